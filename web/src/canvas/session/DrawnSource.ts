import { remembered, type Layout, type Places } from '../engine/Layout';
import { SourceOffsets } from '../text/SourceOffsets';
import { changeBetween, shifted, type TextChange } from '../text/TextChange';

/** The source that the picture shows: that may be an earlier one, while a large diagram is being drawn. */
export class DrawnSource {
  private offsets: SourceOffsets;
  /** What has been typed since; null when the picture is that of the source. */
  private since: TextChange | null = null;

  constructor(
    readonly source: string,
    private readonly places: Places,
  ) {
    this.offsets = new SourceOffsets(source);
  }

  get isEarlier(): boolean {
    return this.since !== null;
  }

  /** Tells what the source is by now. */
  typed(source: string): void {
    this.since = changeBetween(this.source, source);
  }

  /** Where a byte of the drawn source is in the source of now, in units of UTF-16. */
  unit(byte: number): number {
    const unit = this.offsets.toUnits(byte);
    return this.since ? shifted(unit, this.since) : unit;
  }

  /** @param unit Of the drawn source. */
  byte(unit: number): number {
    return this.offsets.toBytes(unit);
  }

  /** Where elements are drawn that can be put elsewhere. */
  get positions(): Layout {
    return { ...this.places.places, ...this.places.displaced };
  }

  /** What is drawn next stands where it stands now. */
  remembered(layout: Layout): Layout {
    return remembered(layout, this.places);
  }
}
