import type { DiagramKind } from '../engine/DiagramKind';
import { Engine } from '../engine/Engine';
import { Outline, type OutlineElement } from '../engine/Outline';
import type { Content, Draft } from '../saving/drafts';

/** The kind of the diagram that a draft is of: it is kept with it. What older drafts are of is found out. */
export async function kindOfDraft({ kind, content }: Draft): Promise<DiagramKind> {
  if (kind) return kind;
  const [sequence, classes] = await Promise.all([Engine.load('sequence'), Engine.load('class')]);
  return likelyKind(content, { sequence, classes });
}

/** The kind as which a text has the fewest errors. Only sequence diagrams have no places, and only use case diagrams have use cases, as a rule. */
export function likelyKind({ source, layout }: Content, engines: { readonly sequence: Engine; readonly classes: Engine }): DiagramKind {
  const drawn = (engine: Engine, kind: DiagramKind) => engine.draw({ kind, source, before: null, palette: 'light', layout: {} });
  const errors = ({ diagnostics }: ReturnType<typeof drawn>) => diagnostics.filter(({ severity }) => severity === 'error').length;
  const asClasses = drawn(engines.classes, 'class');
  const hasPlaces = Object.keys(layout).length > 0;
  if (!hasPlaces && errors(drawn(engines.sequence, 'sequence')) <= errors(asClasses)) return 'sequence';
  const elements: ReadonlyArray<OutlineElement & { readonly kind?: string }> = new Outline(asClasses.outline).elements;
  return elements.some(({ kind }) => kind === 'usecase') ? 'usecase' : 'class';
}
