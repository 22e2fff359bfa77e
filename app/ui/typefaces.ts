import text from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2?url'
import display from '@fontsource/fraunces/files/fraunces-latin-600-normal.woff2?url'

/** The two typefaces that every page opens with: fetched along with the style sheet, so that little jumps. */
export const typefaceLinks = [display, text].map((href) => ({
  rel: 'preload',
  as: 'font' as const,
  type: 'font/woff2',
  href,
  crossOrigin: 'anonymous' as const,
}))
