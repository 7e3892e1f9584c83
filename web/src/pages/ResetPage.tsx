import { useEffect, useState } from 'react';
import { useFragment } from '../router';
import { FormProblem } from '../components/FormProblem';
import { texts } from '../texts';
import { LoginFrame } from './LoginFrame';
import { ResetForm } from './ResetForm';

const { reset } = texts.profile;

/** A new password, for whoever has got a link. Its token stands in the fragment, which browsers send nowhere. */
export function ResetPage(): JSX.Element {
  const token = useFragment();
  const [lost, setLost] = useState('');
  const isLost = token === lost;
  useEffect(() => {
    document.title = `${reset.title} · ${texts.product}`;
  }, []);
  return (
    <LoginFrame title={reset.title}>
      {isLost ? <FormProblem>{reset.lost}</FormProblem> : <ResetForm key={token} token={token} onLost={() => setLost(token)} />}
    </LoginFrame>
  );
}
