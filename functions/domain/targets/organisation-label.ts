import { publicOrganisation } from '../publish/public-text/organisation.ts';

/** The name of an organisation as it may be printed; where it may be a person's, who it was is not told. */
export const organisationLabel = (name: string): string => publicOrganisation(name) ?? 'Nhà hảo tâm';
