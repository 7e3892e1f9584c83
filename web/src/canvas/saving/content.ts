import type { Diagram, DiagramUpdate } from '../../api/schema';
import { withPlainBreaks } from '../text/TextChange';
import type { Content } from './drafts';

/** What the server has of a diagram. */
export function contentOf(diagram: Diagram): Content {
  return { name: diagram.name, source: withPlainBreaks(diagram.source), layout: diagram.layout };
}

export function isSameContent(a: Content, b: Content): boolean {
  return a.source === b.source && a.name === b.name && (a.layout === b.layout || JSON.stringify(a.layout) === JSON.stringify(b.layout));
}

/** What has to be told to the server so that it has the content, too. */
export function differences(base: Content, content: Content): Pick<DiagramUpdate, 'name' | 'source' | 'layout'> {
  return {
    ...(content.name === base.name ? {} : { name: content.name }),
    ...(content.source === base.source ? {} : { source: content.source }),
    ...(content.layout === base.layout ? {} : { layout: content.layout }),
  };
}
