import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** A meaning in colour: chàm press, moving · son late, wrong · cam your move · lục done · tím people judge · xám not begun. */
export type Tone = 'cham' | 'son' | 'cam' | 'luc' | 'tim' | 'xam'

/** Index 0 is the ground, 2 the edge, 7 text, icon and fill, 8 hover. */
const COLORS: Record<Tone, MantineColorsTuple> = {
  cham: ['#e9f1f8', '#d0dfee', '#b7cee3', '#97b3ce', '#799ab9', '#5a80a5', '#3c6790', '#1d4f7c', '#15426b', '#0c365a'],
  son: ['#fceeec', '#f5d8d5', '#edc3be', '#e2a59d', '#d6887d', '#c96a5e', '#bb4a3e', '#ab231b', '#941711', '#7e0a07'],
  cam: ['#fdf2e2', '#f5dec0', '#ecca9d', '#daaf81', '#c79464', '#b57a48', '#a2612b', '#8f4700', '#7b3a00', '#682e00'],
  luc: ['#e8f4ed', '#cee6d7', '#b3d8c2', '#95c0a6', '#77a98a', '#5a9270', '#3b7c56', '#17663d', '#0c5732', '#024827'],
  tim: ['#f2eefa', '#e2daf2', '#d3c6ea', '#b9a9d9', '#a18dc7', '#8972b6', '#7256a4', '#5c3a92', '#4e2f7e', '#41246b'],
  xam: ['#eef1f4', '#e0e5ea', '#d3dae1', '#b6bec6', '#9aa4ac', '#7f8993', '#65707b', '#4c5863', '#3f4a54', '#333d46'],
}

/** The look as Mantine understands it; what Mantine draws otherwise than the look is set right in each part's stylesheet. */
export const theme = createTheme({
  colors: COLORS,
  primaryColor: 'cham',
  primaryShade: 7,
  autoContrast: true,
  black: '#1a2129',
  fontFamily: 'var(--chu)',
  headings: { fontFamily: 'var(--chu)', fontWeight: '600' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.55', sm: '1.5', md: '1.6', lg: '1.5', xl: '1.45' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '10px' },
  defaultRadius: 'sm',
  breakpoints: { sm: '56.25em', md: '68.75em' },
  shadows: { md: 'var(--noi-2)', xl: 'var(--noi-2)' },
  activeClassName: '',
  respectReducedMotion: true,
})
