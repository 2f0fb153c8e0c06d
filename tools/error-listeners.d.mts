import type { Rule } from 'eslint'

export const errorListeners: Rule.RuleModule
