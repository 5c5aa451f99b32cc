import sharp from 'sharp'

/** A real photo with a place in its EXIF. */
export const photo = async (width = 40, height = 30): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '30/1 0/1 0/1' } })
    .jpeg()
    .toBuffer()
