import { createStore } from '../graph/store.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const name = 'marquee:dashboard-theme'

export const theme = createStore<Theme>(kept())

export function setTheme(next: Theme): void {
  theme.set(next)
  try {
    localStorage.setItem(name, next)
  } catch {
    // Storage is forbidden here: it holds as long as this page.
  }
  applyTheme()
}

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = theme.get()
}

function kept(): Theme {
  try {
    return themes.find((one) => one === localStorage.getItem(name)) ?? 'auto'
  } catch {
    return 'auto'
  }
}
