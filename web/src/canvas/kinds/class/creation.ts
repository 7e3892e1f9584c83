import { texts } from '../../../texts';
import type { EditStep } from '../../session/editAll';
import { centred } from '../../engine/Layout';
import type { Point } from '../../picture/Geometry';
import { freeName } from '../../picture/elements';
import type { DiagramSession } from '../../session/DiagramSession';
import type { ClassifierKind, PackageShape } from './commands';

/** A name for something new, which nothing else has: `Class1`. */
export function newName(session: DiagramSession, kind: ClassifierKind): string {
  const { newNames, classifiers } = texts.canvas;
  return freeNameFor(session, newNames[kind] ?? classifiers[kind]);
}

export function newPackageName(session: DiagramSession, shape: PackageShape): string {
  return freeNameFor(session, texts.canvas.newPackages[shape]);
}

function freeNameFor(session: DiagramSession, base: string): string {
  const { elements } = session.current().outline;
  return freeName(base, new Set(elements.flatMap((one) => [one.id, one.words])));
}

/**
 * Does what adds an element, and puts that where its middle is to be; it is selected then.
 *
 * @param at On the picture as it is before; null for where the layout has it.
 * @returns Why it could not be done; null when it was.
 */
export function addAt(session: DiagramSession, steps: EditStep[], at: Point | null): string | null {
  const { origin } = session.current();
  const error = session.edit(steps, { selectsNew: true });
  const { selected } = session.current();
  const drawn = selected === null ? undefined : session.positions[selected];
  if (error === null && at && selected !== null && drawn) {
    session.put({ [selected]: centred(drawn, { x: at.x - origin.x, y: at.y - origin.y }) }, true);
  }
  return error;
}
