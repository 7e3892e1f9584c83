import type { Palette } from '../../components/palettes';
import type { Command } from '../engine/Command';
import type { DiagramKind } from '../engine/DiagramKind';
import type { Engine } from '../engine/Engine';
import type { Layout } from '../engine/Layout';
import { followed } from '../engine/Succession';
import type { DiagramState } from './DiagramState';
import { editAll, type Edited } from './editAll';

/** What something would come to that is not done yet. Asked again and again while something is dragged: the last answer is kept. */
export class Trial {
  private last: { readonly key: string; readonly edited: Edited } | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly kind: DiagramKind,
  ) {}

  edited(source: string, command: Command): Edited {
    const key = JSON.stringify([command, source]);
    if (this.last?.key !== key) this.last = { key, edited: editAll(this.engine, this.kind, source, [command]) };
    return this.last.edited;
  }

  /** @returns Why a command can't be done; null when it can. */
  refusal(source: string, command: Command): string | null {
    const edited = this.edited(source, command);
    return 'error' in edited ? edited.error : null;
  }

  /** The picture with a layout, and with a command if it can be done. */
  picture(source: string, layout: Layout, palette: Palette, command: Command | null): Pick<DiagramState, 'picture' | 'pieces' | 'origin'> {
    const edited = command && this.edited(source, command);
    const shown = edited && !('error' in edited) ? edited : { source, successions: [] };
    const { picture, pieces, places } = this.engine.sketch(this.kind, shown.source, palette, followed(layout, shown.successions));
    return { picture, pieces, origin: places.origin };
  }
}
