import { searchDiagrams } from '../api/diagrams';
import type { DiagramEntry } from '../api/schema';
import { DiagramList } from '../components/DiagramList';
import { MoreButton } from '../components/MoreButton';
import { Page } from '../components/Page';
import { Problem } from '../components/Problem';
import { usePages } from '../components/usePages';
import { useAddress } from '../router';
import { texts } from '../texts';

/** What was found for the words in the address. */
export function SearchPage(): JSX.Element {
  const words = useAddress().query.get('q') ?? '';
  const list = usePages<DiagramEntry>((next) => searchDiagrams(words, next), words);
  const count = list.records?.length ?? 0;
  return (
    <Page title={texts.search.title}>
      <div className="page-head">
        <div className="page-title">
          <h1>{texts.search.title}</h1>
          <p className="quiet" aria-live="polite">
            {summary()}
          </p>
        </div>
      </div>
      {list.error && <Problem text={list.error} onRetry={() => void list.reload()} />}
      <DiagramList diagrams={list.records ?? []} words={words} />
      <MoreButton more={list.more} />
    </Page>
  );

  function summary(): string {
    if (!words) return texts.search.hint;
    if (!list.records) return texts.loading;
    if (count === 0) return texts.search.none(words);
    return list.more ? texts.search.many(count, words) : texts.search.results(count, words);
  }
}
