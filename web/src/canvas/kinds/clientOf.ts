import type { DiagramKind } from '../engine/DiagramKind';
import type { KindClient } from '../picture/KindClient';
import { classDiagram, useCaseDiagram } from './class/class';
import { sequence } from './sequence/sequence';

/** What the page knows of a kind of diagram: the only place of the canvas that tells them apart. */
export function clientOf(kind: DiagramKind): KindClient {
  switch (kind) {
    case 'sequence':
      return sequence;
    case 'class':
      return classDiagram;
    case 'usecase':
      return useCaseDiagram;
  }
}
