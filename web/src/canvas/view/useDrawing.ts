import { useEffect, useState } from 'react';
import type { Diagram } from '../../api/schema';
import { messageOf } from '../../api/errors';
import { usePalette } from '../../components/theme';
import type { Drawing } from '../engine/Drawing';
import { Engine } from '../engine/Engine';

type Drawn = { readonly drawing?: Drawing; readonly error?: string };

/** What the engine says of a diagram that nobody edits, in the visitor's colours; nothing until the engine is there. */
export function useDrawing({ kind, source, layout }: Pick<Diagram, 'kind' | 'source' | 'layout'>): Drawn {
  const palette = usePalette();
  const [drawn, setDrawn] = useState<Drawn>({});
  useEffect(() => {
    let isCurrent = true;
    Engine.load(kind)
      .then((engine) => isCurrent && setDrawn({ drawing: engine.draw({ kind, source, before: null, palette, layout, isLayoutNew: true }) }))
      .catch((problem: unknown) => isCurrent && setDrawn({ error: messageOf(problem) }));
    return () => {
      isCurrent = false;
    };
  }, [kind, source, layout, palette]);
  return drawn;
}
