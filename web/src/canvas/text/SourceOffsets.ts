/** Translates between the engine's offsets, bytes of UTF-8, and JavaScript's, units of UTF-16. */
export class SourceOffsets {
  /** The byte at which each unit begins, and the end; null when every unit is a byte. */
  private readonly bytes: Uint32Array | null;

  constructor(source: string) {
    this.bytes = /^[\x00-\x7f]*$/.test(source) ? null : SourceOffsets.measure(source);
  }

  toBytes(unit: number): number {
    return this.bytes ? (this.bytes[Math.min(unit, this.bytes.length - 1)] ?? 0) : unit;
  }

  /** The unit that a byte belongs to. */
  toUnits(byte: number): number {
    if (!this.bytes) return byte;
    let low = 0;
    let high = this.bytes.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.bytes[middle] ?? 0) < byte) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private static measure(source: string): Uint32Array {
    const bytes = new Uint32Array(source.length + 1);
    let byte = 0;
    for (let unit = 0; unit < source.length; unit++) {
      bytes[unit] = byte;
      const code = source.charCodeAt(unit);
      const isPair = code >= 0xd800 && code < 0xdc00 && (source.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
      if (isPair) {
        // Both halves begin where the character does not end: the second one inside of it.
        bytes[++unit] = byte + 2;
        byte += 4;
      } else byte += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    }
    bytes[source.length] = byte;
    return bytes;
  }
}
