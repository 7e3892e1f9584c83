import type { Command } from '../../../engine/Command';
import type { Layout } from '../../../engine/Layout';
import type { Clock } from '../../../picture/tools/Clock';
import type { DiagramSession } from '../../../session/DiagramSession';

/** A picture that takes longer is drawn when the pointer rests, so that what is dragged keeps up with it; in milliseconds. */
const slow = 6;
const rest = 90;

/** Shows what a drag comes to, as often as there is time. */
export class PacedPreview {
  private isSlow = false;
  callOff = (): void => undefined;

  constructor(
    private readonly session: DiagramSession,
    private readonly clock: Clock,
  ) {}

  /** @returns Whether it is shown; else it will be. */
  show(positions: Layout, command: Command | null = null): boolean {
    this.callOff();
    if (this.isSlow) {
      this.callOff = this.clock.later(() => this.session.preview(positions, command), rest);
      return false;
    }
    const began = this.clock.now();
    this.session.preview(positions, command);
    this.isSlow = this.clock.now() - began > slow;
    return !this.isSlow;
  }
}
