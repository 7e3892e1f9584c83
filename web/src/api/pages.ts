import { http } from './client';

/** More records than anybody looks through. */
const most = 1000;

export type Page<Record> = { readonly records: Record[]; readonly next: string | null };

/** The records of a list, page by page along the header `Link`. */
export async function everyPage<Record>(address: string, parameters: object): Promise<Record[]> {
  let page = await onePage<Record>(address, parameters);
  const records = page.records;
  while (page.next && records.length < most) {
    page = await onePage<Record>(page.next);
    records.push(...page.records);
  }
  return records;
}

export async function onePage<Record>(address: string, parameters?: object): Promise<Page<Record>> {
  const response = await http.get<Record[]>(address, { params: parameters });
  const link = /<([^>]+)>; rel="next"/.exec(response.headers['link'] ?? '');
  return { records: response.data, next: link?.[1] ?? null };
}
