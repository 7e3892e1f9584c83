import { http } from './client';
import type { RecoveryCodes, SecondFactorSetup, SecondFactorState } from './schema';

const path = '/api/auth/second-factor';

export async function secondFactor(): Promise<SecondFactorState> {
  return (await http.get<SecondFactorState>(path)).data;
}

/** Begins to set it up. It is on when a first code has come. */
export async function startSecondFactor(): Promise<SecondFactorSetup> {
  return (await http.post<SecondFactorSetup>(path)).data;
}

/** @returns The recovery codes, which are shown this once. */
export async function activateSecondFactor(code: string): Promise<ReadonlyArray<string>> {
  return (await http.post<RecoveryCodes>(`${path}/activation`, { code })).data.recovery_codes;
}

/** New recovery codes; those from before end. */
export async function renewRecoveryCodes(): Promise<ReadonlyArray<string>> {
  return (await http.post<RecoveryCodes>(`${path}/recovery-codes`)).data.recovery_codes;
}

export async function turnOffSecondFactor(): Promise<void> {
  await http.delete(path);
}
