import { commands as common } from '../../engine/Command';
import type { Layout, PlanePoint } from '../../engine/Layout';
import { Outline, type OutlineElement } from '../../engine/Outline';
import { freeName } from '../../picture/elements';
import { boxAroundAll } from '../../picture/Geometry';
import type { Copied } from '../../picture/KindClient';
import type { DiagramSession } from '../../session/DiagramSession';
import { editAll, forElement } from '../../session/editAll';
import { commands } from './commands';
import { isPackaged, isRelationship } from './outline';
import { aliasesOf, withAlias, withoutFrame } from './sourceParts';

/**
 * Elements as a source of their own: with the relations between them, and all that is in a package.
 *
 * @returns Null where the notation can't say them without the rest.
 */
export function copied(session: DiagramSession, ids: ReadonlyArray<string>): Copied | null {
  const { outline, source } = session.current();
  const isChosen = new Set(ids);
  const isKept = (id: string | undefined): boolean => {
    const element = id === undefined ? undefined : outline.element(id);
    return element !== undefined && isPackaged(element) && (isChosen.has(element.id) || isKept(element.package));
  };
  const kept = outline.elements.filter((one) => !isRelationship(one) && isKept(one.id));
  const around = new Set(kept.flatMap((one) => packagesAround(outline, one)).filter((id) => !isKept(id)));
  // What only stands for a note or a package is no element, and goes with it.
  const isLost = (id: string) => outline.element(id) !== undefined && !isKept(id);
  const isRest = (one: OutlineElement) => (isRelationship(one) ? isLost(one.first) || isLost(one.second) : isLost(one.id) && !around.has(one.id));
  const steps = [
    ...outline.elements.filter(isRest).map(({ id }) => forElement(id, common.remove)),
    ...[...around].map((id) => forElement(id, commands.unwrap)),
  ];
  const edited = editAll(session.engine, session.kind, source, steps);
  if ('error' in edited) return null;
  const text = withoutFrame(edited.source);
  const isWhole = read(session, text).elements.filter((one) => !isRelationship(one)).length === kept.length;
  return kept.length > 0 && isWhole ? { text, ids: kept.map((one) => one.id) } : null;
}

function packagesAround(outline: Outline, element: OutlineElement): ReadonlyArray<string> {
  const ids: string[] = [];
  for (let one: OutlineElement | undefined = element; one && isPackaged(one) && one.package !== undefined; one = outline.element(one.package)) {
    ids.push(one.package);
  }
  return ids;
}

/**
 * Puts a source in beside what is there. Names that are taken get a number; what came is selected, and stands together where it is to be.
 *
 * @param middle In the layout's plane.
 * @returns Why it could not be done; null when it was.
 */
export function paste(session: DiagramSession, text: string, middle: PlanePoint): string | null {
  const plain = withoutFrame(text);
  const first = read(session, plain);
  if (first.elements.length === 0 || first.hasErrors) return 'nothingToPaste';
  const renamed = withFreeNames(session, plain);
  if (renamed === null) return 'nothingToPaste';
  const { source } = session.current();
  const end = source.search(/^@enduml/m);
  const before = end < 0 ? source : source.slice(0, end);
  const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  session.setLines({ source: start + renamed + (end < 0 ? '' : source.slice(end)), range: { start: 0, end: 0 } }, false);
  session.catchUp();
  const { elements, places } = read(session, renamed);
  const added = session.current().outline.elements.filter((one) => (session.rangeOf(one.id)?.start ?? -1) >= start.length);
  // Alike in both texts, but for the numbers that ids may have.
  const idOf = new Map(elements.map((one, index) => [one.id, added[index]?.id ?? one.id]));
  session.select(added.map((one) => one.id));
  session.put(around(places, middle, idOf), true);
  return null;
}

/** What a source says by itself. */
function read(session: DiagramSession, source: string): { elements: ReadonlyArray<OutlineElement>; places: Layout; hasErrors: boolean } {
  const { outline, places, diagnostics } = session.engine.draw({ kind: session.kind, source, before: null, palette: 'light', layout: {} });
  return { elements: new Outline(outline).elements, places: places.places, hasErrors: diagnostics.some((one) => one.severity === 'error') };
}

/** A source whose names and aliases nothing of the diagram has; null where the notation can't say it. */
function withFreeNames(session: DiagramSession, text: string): string | null {
  const { outline, source } = session.current();
  const here = new Set([...outline.elements.flatMap((one) => [one.id, one.words]), ...aliasesOf(source)]);
  const taken = new Set([...here, ...read(session, text).elements.flatMap((one) => [one.id, one.words]), ...aliasesOf(text)]);
  let aliased = text;
  for (const alias of aliasesOf(text)) if (here.has(alias)) aliased = withAlias(aliased, alias, free(alias, taken));
  const steps = read(session, aliased)
    .elements.filter((one) => one.isName === true && (here.has(one.id) || here.has(one.words)))
    .map(({ id, words }) => forElement(id, (now) => common.changeWords(now, free(words, taken))));
  const edited = editAll(session.engine, session.kind, aliased, steps);
  return 'error' in edited ? null : edited.source;
}

/** A name that nothing has, and from now on something does. */
function free(words: string, taken: Set<string>): string {
  const name = freeName(words.replace(/\d+$/, ''), taken, 2);
  taken.add(name);
  return name;
}

/** The same places, moved to have their middle there. */
function around(places: Layout, middle: PlanePoint, idOf: ReadonlyMap<string, string>): Layout {
  const boxes = Object.entries(places).filter(([, one]) => !one.path);
  const all = boxAroundAll(boxes.map(([, { x, y, width, height }]) => ({ x, y, width: width ?? 0, height: height ?? 0 })));
  if (!all) return {};
  const [dx, dy] = [Math.round(middle.x - all.x - all.width / 2), Math.round(middle.y - all.y - all.height / 2)];
  return Object.fromEntries(
    boxes.map(([id, { x, y, width, height }]) => [idOf.get(id) ?? id, { x: x + dx, y: y + dy, width: width ?? 0, height: height ?? 0 }]),
  );
}
