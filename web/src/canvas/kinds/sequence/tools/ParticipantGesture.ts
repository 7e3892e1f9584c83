import type { Box, Point } from '../../../picture/Geometry';
import { outlineOf } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import { commands } from '../commands';
import { placesOf, type SequencePlaces } from '../SequencePlaces';

/** Moves a participant past others. */
export class ParticipantGesture implements Gesture {
  readonly name = 'participant';
  private x: number | null = null;

  constructor(
    private readonly parts: PictureParts,
    private readonly participant: string,
    private readonly head: Box,
    private readonly start: Point,
  ) {}

  move(to: Point): Preview {
    this.x = to.x;
    const places = placesOf(this.parts);
    if (!places) return [];
    const ghost = { ...this.head, x: this.head.x + to.x - this.start.x };
    const others = places.lifelines.filter((one) => one.id !== this.participant);
    const between = gap({ lifelines: others }, this.column(places));
    return [{ className: 'ghost', path: outlineOf(ghost) }, ...(between === null ? [] : [{ className: 'drop-line', path: `M${between} 0V10000` }])];
  }

  finish(): void {
    const places = placesOf(this.parts);
    if (this.x === null || !places) return;
    const { session, report } = this.parts;
    report(session.edit(commands.moveParticipant(this.participant, this.column(places)), { selects: this.participant }));
  }

  private column(places: SequencePlaces): number {
    return places.columnAt(this.x ?? 0, this.participant);
  }
}

/** Where somebody would come to stand who has so many to the left. */
export function gap({ lifelines }: Pick<SequencePlaces, 'lifelines'>, column: number): number | null {
  const [left, right] = [lifelines[column - 1], lifelines[column]];
  if (left && right) return (left.x + right.x) / 2;
  if (left) return left.x + 80;
  return right ? right.x - 80 : null;
}
