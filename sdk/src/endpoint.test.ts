import { expect, it } from 'vitest'
import { endpoint } from './endpoint.ts'

it('reads http and ws addresses as one another and a bare server as its endpoint', () => {
  expect(endpoint('http://a.example', 'ws')).toBe('ws://a.example/graphql')
  expect(endpoint('wss://a.example/api/graphql?x=1#y', 'http')).toBe('https://a.example/api/graphql?x=1')
  expect(endpoint('https://a.example:4000/', 'ws')).toBe('wss://a.example:4000/graphql')
  expect(() => endpoint('ftp://a.example', 'http')).toThrow(TypeError)
})
