import { texts } from '../../../../texts';
import type { Layout } from '../../../engine/Layout';
import type { Part, Point } from '../../../picture/Geometry';
import type { PictureParts } from '../../../picture/KindClient';
import { enclosing } from '../../../picture/tools/enclosing';
import type { Gesture, Preview } from '../../../picture/tools/Gesture';
import type { Modifiers } from '../../../picture/tools/Modifiers';
import type { SelectionTools } from '../../../picture/tools/PictureTools';
import { clicked } from '../../../picture/tools/selecting';
import { chosenRelationship } from '../chosenRelationship';
import type { ClassifierKind } from '../commands';
import { detailAt } from '../details';
import { endAt, handleReach, isAtHandle } from '../handles';
import { canBeLed, isSlanted, withLedLines } from '../ledLines';
import { holdAt, linePointsOf } from '../lineHolds';
import { isRelationship } from '../outline';
import { linksOf, positionsOf } from '../positions';
import { AttachGesture } from './AttachGesture';
import { BendGesture } from './BendGesture';
import { CopyGesture } from './CopyGesture';
import { ConnectGesture } from './ConnectGesture';
import { connectingFrom, suiting } from './connecting';
import { PackageDrop } from './PackageDrop';
import { placesOf } from '../ClassPlaces';
import { addAndOpen, lit } from './placing';
import { PutGesture } from './PutGesture';
import { holdsOf, ResizeGesture } from './ResizeGesture';
import { Shifting } from './Shifting';

/** What the pointer does on the picture of a class diagram: selects, moves, connects, and opens the field for a name. */
export class ClassTools implements SelectionTools {
  /** @param newKinds What a relation can be drawn to that is not there yet. */
  constructor(
    private readonly parts: PictureParts,
    private readonly newKinds: ReadonlyArray<ClassifierKind>,
  ) {}

  elementAt(at: Point): string | null {
    return this.hits(at)[0]?.id ?? null;
  }

  click(at: Point, modifiers: Modifiers): void {
    clicked(this.parts.session, this.elementAt(at), modifiers);
  }

  doubleClick(at: Point): void {
    const [hit] = this.hits(at);
    const element = hit && this.parts.session.current().outline.element(hit.id);
    const places = placesOf(this.parts);
    if (!hit || !places) return this.offerNew(at);
    const ends = element && isRelationship(element) ? [places.endOf(element.first), places.endOf(element.second)] : [];
    this.parts.onEdit(hit.id, detailAt(element, hit, ends, at));
  }

  /** What could be here. */
  private offerNew(at: Point): void {
    const items = this.newKinds.map((kind) => ({ label: texts.canvas.classifiers[kind], action: () => addAndOpen(this.parts, kind, at) }));
    this.parts.offer(at, items);
  }

  grasp(at: Point, { alt }: Modifiers): Gesture | null {
    const { session } = this.parts;
    const source = this.selectedEnd();
    const held = source?.part === 'package' ? holdsOf(source.box).find((one) => Math.hypot(one.x - at.x, one.y - at.y) <= handleReach) : null;
    if (source && held) return new ResizeGesture(this.parts, source.id, source.box, held.hold);
    if (source?.part === 'classifier' && isAtHandle(source.box, at)) {
      return new ConnectGesture(
        source,
        connectingFrom(source, this.parts, suiting(session, chosenRelationship(session).kind, source.id), this.newKinds),
      );
    }
    const leading = this.attaching(at) ?? this.bending(at);
    if (leading) return leading;
    for (const hit of this.hits(at)) {
      const positions = this.positions(hit);
      if (positions) return alt ? new CopyGesture(this.parts, positions, at) : this.putting(positions, at);
    }
    return null;
  }

  private putting(positions: Layout, at: Point): Gesture {
    const { session, report, clock, grid } = this.parts;
    const shifting = new Shifting(session, positions, grid, at);
    return new PutGesture(session, { shifting, drop: this.drop(), links: linksOf(session, positions), report, clock });
  }

  /** Takes hold of an end of the selected relation. */
  private attaching(at: Point): Gesture | null {
    const { session } = this.parts;
    const { selected, outline } = session.current();
    const element = selected === null ? undefined : outline.element(selected);
    const places = placesOf(this.parts);
    if (!places || !element || !isRelationship(element)) return null;
    const [line, first, second] = [places.relationship(element.id), places.endOf(element.first), places.endOf(element.second)];
    const found = line && first && second && endAt(line, first, second, at);
    return found ? new AttachGesture(this.parts, element, found.end, found.other) : null;
  }

  /** Takes hold of a piece of the selected relation, or of a turn of it. */
  private bending(at: Point): Gesture | null {
    const { session } = this.parts;
    const { selected, outline, origin } = session.current();
    const element = selected === null ? undefined : outline.element(selected);
    const line = element && placesOf(this.parts)?.relationship(element.id);
    if (!line || !isRelationship(element) || !canBeLed(session, element)) return null;
    const hold = holdAt(line, at, isSlanted(session));
    if (!hold || this.hits(at)[0]?.id !== element.id) return null;
    const points = linePointsOf(line).map(({ x, y }) => ({ x: Math.floor(x - origin.x), y: Math.floor(y - origin.y) }));
    return new BendGesture(this.parts, element, points, hold);
  }

  /** Where what is selected can come to be. */
  private drop(): PackageDrop {
    const { session, geometry } = this.parts;
    const { origin, selection } = session.current();
    const frames = (geometry()?.parts ?? []).filter((one) => one.part === 'package');
    const inPlane = frames.map((one) => ({ ...one, box: { ...one.box, x: one.box.x - origin.x, y: one.box.y - origin.y } }));
    return new PackageDrop(session, inPlane, selection);
  }

  enclose(at: Point, modifiers: Modifiers): Gesture {
    return enclosing(this.parts, at, modifiers);
  }

  hover(at: Point): Preview {
    // To measure a large picture takes too long for what nobody has asked for.
    if (this.parts.session.current().pieces) return [];
    const [hit] = this.hits(at);
    return lit(hit).map((one) => ({ ...one, className: 'hovered' }));
  }

  /** Of what is moved together with an element, which is selected then; null for what can't be moved. */
  private positions(hit: Part): Layout | null {
    const { session, geometry } = this.parts;
    // Of a package all of it is meant, also when it is its title that was taken hold of.
    const own = positionsOf(session, geometry()?.partsOf(hit.id)[0] ?? hit);
    if (!own) return null;
    const { selection } = session.current();
    if (!selection.includes(hit.id)) {
      session.select(hit.id);
      return withLedLines(session, own);
    }
    const others = selection.flatMap((id) => geometry()?.partsOf(id)[0] ?? []);
    return withLedLines(session, Object.assign({}, ...others.map((one) => positionsOf(session, one)), own));
  }

  /** The selected element, if relations can lead from it. */
  private selectedEnd(): Part | null {
    const { selected } = this.parts.session.current();
    return selected === null ? null : (placesOf(this.parts)?.endOf(selected) ?? null);
  }

  private hits(at: Point): ReadonlyArray<Part> {
    return placesOf(this.parts)?.hits(at) ?? [];
  }
}
