/** Of the source editor's lines, in pixels; the style sheet says the same. */
export const lineHeight = 21;
