/** Width and height that the engine has written into the picture. */
export function sizeOf(picture: string): { width: number; height: number } {
  const found = /width="([\d.]+)" height="([\d.]+)"/.exec(picture);
  return { width: Number(found?.[1] ?? 0), height: Number(found?.[2] ?? 0) };
}
