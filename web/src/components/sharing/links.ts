import type { Link, LinkCreate } from '../../api/schema';

export type Expiry = 'never' | 'week' | 'month';

const days: Readonly<Record<Expiry, number | null>> = { never: null, week: 7, month: 30 };

/** The token stands in the fragment, which browsers don't send: no log of a server or proxy has it. */
export function addressOf(link: Link): string | null {
  return link.token === null ? null : `${window.location.origin}/s#${link.token}`;
}

export function linkOf(kind: Link['kind'], expiry: Expiry): LinkCreate {
  const end = days[expiry];
  return end === null ? { kind } : { kind, expires_in_days: end };
}

/** What is pasted somewhere so that the newest picture is shown there. */
export function snippetsOf(
  page: string,
  name: string,
): Readonly<Record<'markdown' | 'html' | 'asciidoc' | 'frame' | 'confluence' | 'address', string>> {
  const address = `${page}.svg`;
  const words = name.replace(/[[\]\\]/g, '\\$&');
  const escaped = name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  return {
    markdown: `![${words}](${address})`,
    html: `<img src="${address}" alt="${escaped}">`,
    asciidoc: `image::${address}[${JSON.stringify(name)}]`,
    frame: `<iframe src="${page}" title="${escaped}" width="800" height="500"></iframe>`,
    confluence: `!${address}!`,
    address,
  };
}
