import { http } from './client';

/** More records than anybody looks through at once. */
const most = 1000;

export type Page<Record> = { readonly records: Record[]; readonly next: string | null };

/** A large part of a list, page by page along the header `Link`: mostly the whole. */
export async function manyPages<Record>(address: string, parameters?: object): Promise<Page<Record>> {
  let page = await onePage<Record>(address, parameters);
  const records = page.records;
  while (page.next && records.length < most) {
    page = await onePage<Record>(page.next);
    records.push(...page.records);
  }
  return { records, next: page.next };
}

export async function onePage<Record>(address: string, parameters?: object): Promise<Page<Record>> {
  const response = await http.get<Record[]>(address, { params: parameters });
  const link = /<([^>]+)>; rel="next"/.exec(response.headers['link'] ?? '');
  return { records: response.data, next: link?.[1] ?? null };
}
