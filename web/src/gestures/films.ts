import connect from './connect.webp';
import connectStill from './connect-still.webp';
import fragment from './fragment.webp';
import fragmentStill from './fragment-still.webp';
import members from './members.webp';
import membersStill from './members-still.webp';
import message from './message.webp';
import messageStill from './message-still.webp';
import move from './move.webp';
import moveStill from './move-still.webp';
import place from './place.webp';
import placeStill from './place-still.webp';
import reorder from './reorder.webp';
import reorderStill from './reorder-still.webp';

/** A gesture as a moving picture, and what came of it as a still one. Made by scripts/film-gestures. */
export type Film = { readonly moving: string; readonly still: string };

export type FilmName = 'place' | 'connect' | 'members' | 'move' | 'message' | 'fragment' | 'reorder';

export const films: Readonly<Record<FilmName, Film>> = {
  place: { moving: place, still: placeStill },
  connect: { moving: connect, still: connectStill },
  members: { moving: members, still: membersStill },
  move: { moving: move, still: moveStill },
  message: { moving: message, still: messageStill },
  fragment: { moving: fragment, still: fragmentStill },
  reorder: { moving: reorder, still: reorderStill },
};
