export type Cleaned =
  | { readonly type: 'clean'; readonly bytes: Uint8Array }
  | { readonly type: 'refused'; readonly why: 'format' | 'too-large' }

const mostPixels = 100_000_000
const longestSide = 2048

/** Decodes and re-encodes a picture: no EXIF, upright, at most 2048 px. What cannot be cleaned is refused (HEIC, bombs, no image). */
export const clean = async (bytes: Uint8Array): Promise<Cleaned> => {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false })
    const { format } = await image.metadata()
    if (!readable.has(format)) return { type: 'refused', why: 'format' }
    const { data } = await image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: false })
      .toBuffer({ resolveWithObject: true })
    return { type: 'clean', bytes: data }
  } catch (error) {
    return { type: 'refused', why: String(error).includes('pixel limit') ? 'too-large' : 'format' }
  }
}

const readable = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'])
