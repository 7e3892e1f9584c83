import axios from 'axios';
import { texts } from '../texts';
import type { ValidationError } from './schema';

/** What is wrong with which field, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Whether the server could not be reached, or can't answer for the moment: the same request may succeed later. */
export function isTemporary(error: unknown): boolean {
  if (!axios.isAxiosError(error)) return false;
  const status = error.response?.status;
  return status === undefined || status === 429 || status >= 500;
}

export function statusOf(error: unknown): number | undefined {
  return axios.isAxiosError(error) ? error.response?.status : undefined;
}

/** The error in words, for people. */
export function messageOf(error: unknown): string {
  if (!axios.isAxiosError(error)) {
    // A mistake of this program: whoever looks into the console is to find it.
    globalThis.reportError?.(error);
    return texts.errors.unforeseen;
  }
  if (!error.response) return texts.errors.unreachable;
  const body: unknown = error.response.data;
  const detail = isObject(body) && typeof body['detail'] === 'string' ? body['detail'] : undefined;
  if (error.response.status === 422) return Object.values(fieldErrorsOf(error))[0] ?? texts.errors.invalid;
  return detail ?? texts.errors.unforeseen;
}

/** The errors of a form's fields; empty when it is none of theirs. */
export function fieldErrorsOf(error: unknown): FieldErrors {
  if (!axios.isAxiosError(error) || error.response?.status !== 422) return {};
  const body: unknown = error.response.data;
  if (!isObject(body) || !Array.isArray(body['errors'])) return {};
  const errors = body['errors'] as ValidationError['errors'];
  return Object.fromEntries(errors.map((one) => [one.loc[one.loc.length - 1] ?? '', one.msg]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
