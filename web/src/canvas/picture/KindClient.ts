import type { ComponentType } from 'react';
import type { FilmName } from '../../gestures/films';
import type { MenuItem } from '../../components/MenuList';
import type { PlanePoint } from '../engine/Layout';
import type { Outline, OutlineElement } from '../engine/Outline';
import type { DiagramSession } from '../session/DiagramSession';
import type { WordsOf } from '../source/words';
import type { Detail } from '../session/Field';
import type { Details } from './Details';
import type { Geometry, Part, Point } from './Geometry';
import type { ToolboxItem } from './ToolboxItem';
import type { Alignment } from './tools/aligning';
import type { Clock } from './tools/Clock';
import type { SelectionTools } from './tools/PictureTools';

/** What the tools of a kind are made of. */
export type PictureParts = {
  readonly session: DiagramSession;
  /** Of the picture that is shown. */
  readonly geometry: () => Geometry | null;
  /** Opens a field for words of an element: for those that come first to mind, or for a detail. */
  readonly onEdit: (id: string, detail?: Detail) => void;
  /** Tells why an edit was not made; null when it was. */
  readonly report: (error: string | null) => void;
  readonly clock: Clock;
  /** How far the points of the grid stand from each other, in pixels of the layout's plane; null while it is not shown. */
  readonly grid: () => number | null;
  /** Shows the beginning of the picture around a place: what is there first of kinds whose elements have no places of their own. */
  readonly beginAt: (at: Point) => void;
  /** Offers a choice at a place of the picture. */
  readonly offer: (at: Point, items: ReadonlyArray<MenuItem>) => void;
  /** Whether a part of the picture shows an element itself, not what it only causes. */
  readonly isMainPart: (part: string) => boolean;
};

/** Rightwards and downwards. */
export type Step = { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1; readonly isShort?: boolean };

export type ElementToolsProps = PictureParts & { readonly element: OutlineElement };

/** A point from which something is drawn to other elements, or at which it is led elsewhere; or a corner at which the size is changed. */
export type Handle = Point & { readonly form?: 'size' | 'piece' };

/** A text, and the elements that are in it. */
export type Copied = { readonly text: string; readonly ids: ReadonlyArray<string> };

export type PropertiesProps = PictureParts & { readonly elements: ReadonlyArray<OutlineElement> };

/** All that the page has to know of one kind of diagram. */
export type KindClient = {
  /** The ending of names of files that hold its source. */
  readonly fileExtension: string;
  readonly words: {
    /** What `add` does. */
    readonly add: string;
    /** What the field for an element's name is called. */
    readonly name: string;
    /** How its elements are connected, for newcomers. */
    readonly connect: string;
    /** A source to begin with. */
    readonly example: string;
  };
  /** How many elements there are that can be connected, and how many connections. */
  readonly counts: (outline: Outline) => { readonly elements: number; readonly connections: number };
  /** What the page of gestures shows of it. */
  readonly gestures: ReadonlyArray<FilmName>;
  /** The words of its notation, for their colours. */
  readonly wordsOf: WordsOf;
  /** What can be drawn, in groups. */
  readonly toolbox: ReadonlyArray<ReadonlyArray<ToolboxItem>>;
  readonly tools: (parts: PictureParts) => SelectionTools;
  /** What can be done with a selected element of this kind, beside what can be done with any. */
  readonly ElementTools: ComponentType<ElementToolsProps>;
  /** All that can be said of selected elements of this kind: there is one at least. */
  readonly Properties: ComponentType<PropertiesProps>;
  /** What the menu of selected elements offers beside what it offers of any. */
  readonly menu: (parts: PictureParts, ids: ReadonlyArray<string>) => ReadonlyArray<MenuItem>;
  /** See {@link PictureParts.isMainPart}. */
  readonly isMainPart: (part: string) => boolean;
  /** What elements say beside their own words. */
  readonly details: Details;
  /** Whether a part is a line with what stands at it: it is marked along the line. */
  readonly isLine: (part: string) => boolean;
  /** Whether the words of an element may have several lines. */
  readonly isLong: (element: OutlineElement) => boolean;
  /** The points at a selected element at which it is taken hold of. */
  readonly handles: (element: OutlineElement, part: Part) => ReadonlyArray<Handle>;
  /** An element in words, for those who don't see its frame. */
  readonly describe: (outline: Outline, element: OutlineElement) => string;
  /** Adds what such diagrams have most, and selects it. Like the next: returns why it could not be done; null when it was. */
  readonly add: (session: DiagramSession) => string | null;
  /** Copies elements, and selects the copies; null for a kind whose elements have no copies. */
  readonly duplicate: ((session: DiagramSession, ids: ReadonlyArray<string>) => string | null) | null;
  /** Elements as a text that can be pasted, here or elsewhere; null where there is none. */
  readonly copied: (session: DiagramSession, ids: ReadonlyArray<string>) => Copied | null;
  /** @param middle Where it is to be, in the layout's plane, for kinds whose elements stand anywhere. */
  readonly paste: (session: DiagramSession, text: string, middle: PlanePoint) => string | null;
  /** Moves elements a step: past their neighbours, or aside. */
  readonly move: (session: DiagramSession, ids: ReadonlyArray<string>, step: Step) => string | null;
  /** Brings elements into line; null for a kind whose elements can't stand anywhere. */
  readonly align: ((session: DiagramSession, ids: ReadonlyArray<string>, alignment: Alignment) => void) | null;
  /** Whether elements can stand anywhere, not only where the text has them. */
  readonly hasPlaces: boolean;
};
