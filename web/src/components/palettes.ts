/** The palettes of the diagram engine, in its order. */
export const palettes = ['light', 'dark', 'high-contrast'] as const;
export type Palette = (typeof palettes)[number];
