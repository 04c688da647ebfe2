/**
 * The stage of the flow: a running service, an operator of it, and who takes part.
 *
 * `scripts/test-sdk typescript` starts the service and names it in the environment.
 */
import { Recourse, Scope, type ClientCredentials, type Controller, type Organisation } from 'recourse-sdk';

export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run scripts/test-sdk typescript`);
  return value;
}

export const ADDRESS = setting('RECOURSE_TEST_ADDRESS');

export const operator = new Recourse(ADDRESS, {
  clientId: setting('RECOURSE_TEST_CLIENT_ID'),
  clientSecret: setting('RECOURSE_TEST_CLIENT_SECRET'),
});

/** A client of the service with credentials of its own. */
export function caller(credentials: ClientCredentials): Recourse {
  return new Recourse(ADDRESS, { clientId: credentials.client_id, clientSecret: credentials.client_secret ?? '' });
}

/** An organisation with its evidence for Article 80(1). */
export async function enrol(): Promise<Organisation> {
  const organisation = await operator.organisations.createOrganisation({
    body: { name: 'Union of Platform Workers', country: 'FR', language: 'fr', contact_email: 'rights@union.example.org' },
  });
  const evidence = { document: 'Statutes', dated: '2020-01-01' };
  return operator.organisations.updateOrganisation({
    path: { organisation_id: organisation.id },
    body: {
      eligibility: {
        not_for_profit: evidence,
        properly_constituted: evidence,
        public_interest_aims: evidence,
        active_in_data_protection: evidence,
        constituted_in: 'FR',
        national_basis: 'Loi 78-17, art. 37',
      },
    },
  });
}

/** Who takes part: a union with a client for everything, and a controller that reads its feed. */
export interface Stage {
  organisation: Organisation;
  controller: Controller;
  credentials: ClientCredentials;
  union: Recourse;
  office: Recourse;
}

export async function stage(): Promise<Stage> {
  const organisation = await enrol();
  const credentials = await operator.organisations.createOrganisationClient({
    path: { organisation_id: organisation.id },
    body: {
      name: 'member system',
      scopes: [
        Scope.PEOPLE_READ,
        Scope.PEOPLE_WRITE,
        Scope.REQUESTS_READ,
        Scope.REQUESTS_WRITE,
        Scope.ANSWERS_READ,
        Scope.COMPLAINTS_READ,
        Scope.COMPLAINTS_WRITE,
        Scope.WEBHOOKS_MANAGE,
        Scope.DIRECTORY_READ,
      ],
    },
  });
  const controller = await operator.controllers.createController({
    body: {
      name: 'Sample Rides SAS',
      place: 'FR',
      channels: [{ kind: 'feed' }],
      identity_needs: [{ element: 'email', description: 'Address of the account', optional: false }],
    },
  });
  const desk = await operator.controllers.createControllerClient({
    path: { controller_id: controller.id },
    body: { name: 'privacy desk', scopes: [Scope.INBOX_READ, Scope.INBOX_ANSWER] },
  });
  return { organisation, controller, credentials, union: caller(credentials), office: caller(desk) };
}
