const paths = {
  brand: 'M3 5h18v11H3zM8 20h8M12 16v4M7 9h6M7 12h10',
  fleet: 'M3 4h8v6H3zM13 4h8v6h-8zM3 14h8v6H3zM13 14h8v6h-8z',
  runs: 'M5 4l14 8-14 8z',
  definitions: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h6M9 17h6',
  admin: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.500-1-8-4-8-9V6z',
  health: 'M3 12h4l3-8 4 16 3-8h4',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L21 21',
  theme: 'M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-4.500 3.500-7 8-7s8 2.500 8 7',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
