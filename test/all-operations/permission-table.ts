import type { Role } from "../../src/permissions.ts";

export type Caller = Role | "operator" | "system";

/** Whoever may read the directory. */
const readers = {
  intake: 200,
  counsellor: 200,
  coordinator: 200,
  administrator: 200,
  operator: 200,
  partner: 200,
  "privacy-officer": 200,
  system: 200,
};

const everybody = (status: number) =>
  Object.fromEntries(Object.keys(readers).map((caller) => [caller, status]));

/** Whoever edits the entries that their own participant answers for; the operator's coordinators edit all. */
const editors = (status: number) => ({
  coordinator: status,
  administrator: status,
  operator: status,
  partner: status,
  system: status,
});

/** Whoever writes what a helpline knows: a person. */
const writers = (status: number) => ({ counsellor: status, coordinator: status, operator: status });

/** Everybody who is a person. */
const people = (status: number) => {
  const { system: _, ...persons } = everybody(status);
  return persons;
};

/** Whoever plans; the operator's coordinator does so at the operator. */
const planners = (status: number) => ({
  intake: status,
  counsellor: status,
  coordinator: status,
  operator: 404,
});

/** Whoever has a day's work here. */
const { administrator: _, ...working } = readers;

/**
 * Who may do what, operation by operation, handwritten: an operation that is not here fails the suite.
 * `own`: the status that each caller gets on a record of their own side; who is not named gets 403.
 * `other`: the status for somebody with the permission who belongs to another participant, where the
 * operation names a record that belongs to somebody.
 * `signedIn`: the people are signed in, since no system may ask for it in their name.
 * `notYours`: the same for an entry of the directory, which is public and answers 403.
 */
export const permissionTable: Record<
  string,
  { own: Partial<Record<Caller, number>>; other?: 404; notYours?: true; signedIn?: true }
> = {
  suggestServices: { own: readers },
  searchServices: {
    own: readers,
  },
  listSynonyms: {
    own: readers,
  },
  listServices: {
    own: readers,
  },
  getService: {
    own: readers,
  },
  listOrganizations: {
    own: readers,
  },
  getOrganization: {
    own: readers,
  },
  listTaxonomyTerms: {
    own: readers,
  },
  verifyEntry: { own: editors(201), notYours: true },
  listVerifications: { own: readers },
  listDueVerifications: { own: editors(200) },
  holdVerificationRound: { own: { operator: 201 } },
  tellCapacity: { own: editors(200), notYours: true },
  proposeCorrection: { own: everybody(201) },
  listCorrections: { own: everybody(200) },
  getCorrection: { own: everybody(200), other: 404 },
  acceptCorrection: { own: editors(200), other: 404 },
  refuseCorrection: { own: editors(200), other: 404 },
  listDuplicates: { own: { operator: 200 } },
  dismissDuplicate: { own: { operator: 204 } },
  restoreDuplicate: { own: { operator: 204 } },
  addSynonym: { own: { operator: 201 } },
  getSynonym: { own: readers },
  changeSynonym: { own: { operator: 200 } },
  removeSynonym: { own: { operator: 204 } },
  getLocation: { own: readers },
  listOrganizationVersions: { own: readers },
  getOrganizationVersion: { own: readers },
  listServiceVersions: { own: readers },
  getServiceVersion: { own: readers },
  listLocationVersions: { own: readers },
  getLocationVersion: { own: readers },
  listDirectoryChanges: { own: readers },
  addOrganization: { own: { operator: 201 } },
  addService: { own: editors(201), notYours: true },
  addLocation: { own: editors(201), notYours: true },
  editOrganization: { own: editors(200), notYours: true },
  editService: { own: editors(200), notYours: true },
  editLocation: { own: editors(200), notYours: true },
  deleteOrganization: { own: editors(204), notYours: true },
  deleteService: { own: editors(204), notYours: true },
  deleteLocation: { own: editors(204), notYours: true },
  linkOrganization: { own: { operator: 200 } },
  moveService: { own: { operator: 200 } },
  createImport: { own: { operator: 202 } },
  listImports: { own: { operator: 200 } },
  getImport: { own: { operator: 200 } },
  listImportFindings: { own: { operator: 200 } },

  admitParticipant: { own: { operator: 201 } },
  listParticipants: {
    own: {
      counsellor: 200,
      coordinator: 200,
      administrator: 200,
      operator: 200,
      partner: 200,
      "privacy-officer": 200,
      system: 200,
    },
  },
  getParticipant: {
    own: {
      counsellor: 200,
      coordinator: 200,
      administrator: 200,
      operator: 200,
      partner: 200,
      "privacy-officer": 200,
      system: 200,
    },
  },
  agreePartnership: { own: { operator: 200 } },
  suspendParticipant: { own: { operator: 200 } },
  listParticipantKeys: {
    own: {
      counsellor: 200,
      coordinator: 200,
      administrator: 200,
      operator: 200,
      partner: 200,
      "privacy-officer": 200,
      system: 200,
    },
  },
  addParticipantKey: { own: { administrator: 201, system: 201 } },
  revokeParticipantKey: { own: { administrator: 200, system: 200 } },
  addMember: { own: { administrator: 201, system: 201 } },
  listMembers: { own: { administrator: 200, system: 200 } },
  listColleagues: { own: { intake: 200, counsellor: 200, coordinator: 200, operator: 200 } },
  getMember: { own: { administrator: 200, system: 200 }, other: 404 },
  changeMember: { own: { administrator: 200, system: 200 }, other: 404 },
  suspendMember: { own: { administrator: 200, system: 200 }, other: 404 },
  reinstateMember: { own: { administrator: 200, system: 200 }, other: 404 },
  getIdentityProvider: { own: { administrator: 200, system: 200 } },
  keepIdentityProvider: { own: { administrator: 200, system: 200 } },
  removeIdentityProvider: { own: { administrator: 204, system: 204 } },
  getMemberIdentity: { own: { administrator: 200, system: 200 }, other: 404 },
  linkMember: { own: { administrator: 200, system: 200 }, other: 404 },
  unlinkMember: { own: { administrator: 204, system: 204 }, other: 404 },
  addClient: { own: { administrator: 201, system: 201 } },
  listClients: { own: { administrator: 200, system: 200 } },
  getClient: { own: { administrator: 200, system: 200 }, other: 404 },
  changeClient: { own: { administrator: 200, system: 200 }, other: 404 },
  suspendClient: { own: { administrator: 200, system: 200 }, other: 404 },
  addClientKey: { own: { administrator: 201, system: 201 }, other: 404 },
  revokeClientKey: { own: { administrator: 200, system: 200 }, other: 404 },

  listProposals: { own: { administrator: 200, operator: 200, system: 200 } },
  // The operator's coordinators have proposals of their own.
  getProposal: { own: { administrator: 200, operator: 404, system: 200 }, other: 404 },
  confirmProposal: { own: { administrator: 200, operator: 404 }, other: 404, signedIn: true },
  rejectProposal: { own: { administrator: 200, operator: 404 }, other: 404 },
  getTwoPersonRule: { own: { administrator: 200, system: 200 } },
  keepTwoPersonRule: { own: { administrator: 200, system: 200 } },

  listSessions: { own: people(200), signedIn: true },
  endSession: { own: people(204), other: 404, signedIn: true },
  endSessions: { own: people(204), signedIn: true },

  // The operator's coordinators invite a participant's only administrator, and nobody else exists for them.
  inviteMember: { own: { administrator: 201, operator: 404 }, other: 404 },
  listInvitations: { own: { administrator: 200, "privacy-officer": 200 } },
  approveInvitation: {
    own: { administrator: 200, "privacy-officer": 200, operator: 404 },
    other: 404,
    signedIn: true,
  },
  revokeInvitation: { own: { administrator: 200 }, other: 404 },
  listPasskeys: { own: people(200), signedIn: true },
  renamePasskey: { own: people(200), other: 404, signedIn: true },
  revokePasskey: { own: people(204), other: 404, signedIn: true },

  openCase: { own: { counsellor: 201 } },
  getCase: { own: { counsellor: 200 }, other: 404 },
  lookUpCase: { own: { counsellor: 200 }, other: 404 },
  takeOverCase: { own: { counsellor: 200 }, other: 404 },
  // The privacy officer reads who looked, and nothing else of the case.
  getAccessLog: { own: { counsellor: 200, "privacy-officer": 200 }, other: 404 },
  getColleagues: { own: { counsellor: 200 }, other: 404 },
  nameColleagues: { own: { counsellor: 200 }, other: 404 },
  keepContact: { own: { counsellor: 200 }, other: 404 },
  getContact: { own: { counsellor: 200 }, other: 404 },
  forgetContact: { own: { counsellor: 204 }, other: 404 },
  keepSafeContact: { own: { counsellor: 200 }, other: 404 },
  getSafeContact: { own: { counsellor: 200 }, other: 404 },
  verifySafeContact: { own: { counsellor: 200 }, other: 404 },
  agreeCodeWord: { own: { counsellor: 204 }, other: 404 },
  checkCodeWord: { own: { counsellor: 200 }, other: 404 },
  writeNote: { own: { counsellor: 201 }, other: 404 },
  listNotes: { own: { counsellor: 200 }, other: 404 },
  planNextAction: { own: { counsellor: 200 }, other: 404 },
  endHelpQuestion: { own: { counsellor: 200 }, other: 404 },
  exportCase: { own: { counsellor: 200 }, other: 404 },
  // A coordinator hands a case over unread.
  handOverCase: { own: { counsellor: 201, coordinator: 201, operator: 404 }, other: 404 },
  acceptHandOver: { own: { counsellor: 200 }, other: 404 },
  returnCase: { own: { counsellor: 200 }, other: 404 },
  // Whoever is no colleague cannot be covered.
  arrangeCover: { own: { counsellor: 201, coordinator: 201, operator: 409 } },
  listCovers: { own: { counsellor: 200, coordinator: 200, operator: 200 } },
  endCover: { own: { counsellor: 200, coordinator: 200, operator: 404 }, other: 404 },
  listHelpQuestions: { own: { counsellor: 200 }, other: 404 },
  getHelpQuestion: { own: { counsellor: 200 }, other: 404 },
  assignHelpQuestion: { own: { counsellor: 200 }, other: 404 },
  suggestServicesForQuestion: { own: { counsellor: 200 }, other: 404 },
  getOverdueReferral: { own: { coordinator: 200, operator: 200, system: 200 } },
  recordConversation: { own: { counsellor: 201 }, other: 404 },
  listConversations: { own: { counsellor: 200 }, other: 404 },
  getConversation: { own: { counsellor: 200 }, other: 404 },
  addToConversation: { own: { counsellor: 201 }, other: 404 },
  getStepList: { own: { counsellor: 200 }, other: 404 },
  recordStep: { own: { counsellor: 201 }, other: 404 },
  eraseCase: { own: { "privacy-officer": 200 }, other: 404 },
  addHelpQuestion: { own: { counsellor: 201 }, other: 404 },
  listConsentTexts: {
    own: {
      counsellor: 200,
      coordinator: 200,
      administrator: 200,
      operator: 200,
      partner: 200,
      "privacy-officer": 200,
      system: 200,
    },
  },
  getConsentReceipt: { own: { counsellor: 200 }, other: 404 },
  getConsentReceiptStatus: { own: { ...readers, administrator: 200 } },
  recordConsent: { own: { counsellor: 201 }, other: 404 },
  withdrawConsent: { own: { counsellor: 200 }, other: 404 },

  getAvailability: { own: planners(200), other: 404 },
  // A counsellor keeps their own time, a coordinator everybody's.
  keepAvailability: { own: { counsellor: 200, coordinator: 200, operator: 404 }, other: 404 },
  listAvailabilityExceptions: { own: planners(200), other: 404 },
  addException: { own: { counsellor: 201, coordinator: 201, operator: 404 }, other: 404 },
  removeException: { own: { counsellor: 204, coordinator: 204, operator: 404 }, other: 404 },
  reportLeave: { own: { counsellor: 201, coordinator: 201, operator: 404 }, other: 404 },
  proposeSlots: { own: planners(200), other: 404 },
  planAppointment: { own: planners(201), other: 404 },
  listAppointments: { own: { ...planners(200), operator: 200 } },
  getAppointment: { own: planners(200), other: 404 },
  moveAppointment: { own: planners(201), other: 404 },
  reassignAppointment: { own: planners(201), other: 404 },
  suggestCover: { own: planners(200), other: 404 },
  cancelAppointment: { own: planners(200), other: 404 },
  recordNoAnswer: { own: planners(201), other: 404 },
  settleMissedAppointment: { own: planners(200), other: 404 },
  getPlanningRules: { own: { ...planners(200), operator: 200 } },
  // The operator's own rules are in another version.
  keepPlanningRules: { own: { coordinator: 200, operator: 412 } },
  // Who is no counsellor has no calendar.
  makeCalendarFeed: { own: { ...planners(404), counsellor: 201 } },
  listCalendarFeeds: { own: { ...planners(200), operator: 200 } },
  revokeCalendarFeed: { own: { counsellor: 204, coordinator: 204, operator: 404 }, other: 404 },
  readCalendar: { own: { ...readers } },

  createReferral: { own: { counsellor: 201 }, other: 404 },
  offerReferral: { own: { counsellor: 200 }, other: 404 },
  listReferrals: { own: { partner: 200, system: 200 } },
  // A counsellor reads what was sent: what De Brug received is not that.
  getReferral: { own: { counsellor: 404, partner: 200, system: 200 }, other: 404 },
  acknowledgeReferral: { own: { partner: 200, system: 200 }, other: 404 },
  acceptReferral: { own: { partner: 200, system: 200 }, other: 404 },
  declineReferral: { own: { partner: 200, system: 200 }, other: 404 },
  withdrawReferral: { own: { counsellor: 200 }, other: 404 },
  recordSpokenAnswer: { own: { counsellor: 200 }, other: 404 },
  proposeTimes: { own: { partner: 200, system: 200 }, other: 404 },
  fixIntroduction: { own: { counsellor: 200 }, other: 404 },
  rescheduleIntroduction: { own: { counsellor: 200 }, other: 404 },
  fetchDisclosure: { own: { partner: 200, system: 200 }, other: 404 },
  resealDisclosure: { own: { counsellor: 200 }, other: 404 },
  // Whoever only sends has not received it, and the other way round.
  reportMissedIntroduction: { own: { counsellor: 404, partner: 200, system: 200 }, other: 404 },
  confirmContact: { own: { counsellor: 404, partner: 200, system: 200 }, other: 404 },
  reportOutcome: { own: { counsellor: 200, partner: 404, system: 404 }, other: 404 },
  holdReferral: { own: { counsellor: 200 }, other: 404 },
  continueReferral: { own: { counsellor: 201 }, other: 404 },

  recordOverride: { own: { counsellor: 201 }, other: 404 },
  getOverride: { own: { counsellor: 200 }, other: 404 },
  approveOverride: { own: { counsellor: 200 }, other: 404, signedIn: true },
  reviewOverride: { own: { counsellor: 200 }, other: 404, signedIn: true },
  objectToOverride: { own: { counsellor: 200 }, other: 404 },
  decideObjection: { own: { counsellor: 200 }, other: 404, signedIn: true },
  askForDecision: { own: { counsellor: 201 }, other: 404 },
  // Whoever is there when it is needed writes it down, whoever owns the case.
  recordEmergency: { own: { counsellor: 201 }, other: 404 },
  listEmergencies: { own: { counsellor: 200 }, other: 404 },
  getEmergency: { own: { counsellor: 200 }, other: 404 },
  reviewEmergency: { own: { counsellor: 200 }, other: 404, signedIn: true },
  withdrawOverride: { own: { counsellor: 200 }, other: 404 },
  recordRefusal: { own: { counsellor: 201 }, other: 404 },
  releaseOverrideMaker: { own: { coordinator: 201, operator: 404 }, other: 404, signedIn: true },

  requestCallback: { own: everybody(201) },
  takeRequest: { own: { intake: 201, counsellor: 201, system: 201 } },
  getMailbox: { own: { coordinator: 200, operator: 200, system: 200 } },
  takeMail: { own: { intake: 201, counsellor: 201, system: 201 } },
  listRequests: { own: { intake: 200, counsellor: 200 } },
  getRequest: { own: { intake: 200, counsellor: 200 }, other: 404 },
  lookUpRequest: { own: { intake: 200, counsellor: 200 }, other: 404 },
  checkRequestCodeWord: { own: { intake: 200, counsellor: 200 }, other: 404 },
  changeRequest: { own: { intake: 200, counsellor: 200 }, other: 404 },
  raiseUrgency: { own: { intake: 200, counsellor: 200 }, other: 404 },
  endRequest: { own: { intake: 200, counsellor: 200 }, other: 404 },
  openCaseForRequest: { own: { counsellor: 201 }, other: 404 },
  eraseRequest: { own: { "privacy-officer": 200 }, other: 404 },
  listOverdueRequests: { own: { coordinator: 200, operator: 200, system: 200 } },
  getWebForm: { own: { coordinator: 200, administrator: 200, operator: 200, system: 200 } },
  keepWebForm: { own: { coordinator: 200, administrator: 200, operator: 200, system: 200 } },

  listObligations: { own: { partner: 200, system: 200 } },
  meetObligation: { own: { counsellor: 404, partner: 200, system: 200 }, other: 404 },
  listTasks: { own: { ...working } },
  getHandoffNumbers: { own: { coordinator: 200, operator: 200, system: 200 } },
  getNetworkNumbers: { own: { operator: 200 } },

  searchArticles: { own: readers },
  listArticles: { own: readers },
  listPublicArticles: { own: readers },
  getPublicArticle: { own: readers },
  writeArticle: { own: writers(201) },
  // A draft is its own helpline's.
  getArticle: { own: { ...readers, operator: 404 }, other: 404 },
  editArticle: { own: { ...writers(200), operator: 404 }, other: 404 },
  publishArticle: { own: { coordinator: 200, operator: 404 }, other: 404, signedIn: true },
  confirmArticle: { own: { ...writers(200), operator: 404 }, other: 404 },
  withdrawArticle: { own: { ...writers(200), operator: 404 }, other: 404 },
  listArticleVersions: { own: { ...readers, operator: 404 }, other: 404 },
  getArticleVersion: { own: { ...readers, operator: 404 }, other: 404 },
  giveArticleFeedback: { own: { ...everybody(201), operator: 404 }, other: 404 },
  listArticleFeedback: { own: { ...readers, operator: 404 }, other: 404 },
  answerFeedback: { own: { ...writers(200), operator: 404 }, other: 404 },
  listKnowledgeForConversation: { own: { counsellor: 200 }, other: 404 },
  registerMovement: { own: { counsellor: 201, coordinator: 201, operator: 201 } },
  lookUpMovement: { own: { counsellor: 200, coordinator: 200, operator: 404 }, other: 404 },
  listMovements: { own: { counsellor: 200, coordinator: 200, operator: 200 } },
  getMovement: { own: { counsellor: 200, coordinator: 200, operator: 404 }, other: 404 },
  mergeMovements: { own: { counsellor: 200, coordinator: 200, operator: 404 }, other: 404 },
  registerSignal: { own: { counsellor: 201, coordinator: 201, operator: 404 }, other: 404 },
  listSignals: { own: { counsellor: 200, coordinator: 200, operator: 200 } },
  getSignal: { own: { counsellor: 200, coordinator: 200, operator: 404 }, other: 404 },
  reviewSignal: { own: { counsellor: 201, coordinator: 201, operator: 404 }, other: 404, signedIn: true },
  previewStatistics: { own: { coordinator: 200, operator: 200 } },
  releaseStatistics: { own: { coordinator: 201, operator: 201 } },
  listStatisticsReleases: { own: { coordinator: 200, operator: 200 } },
  // Another helpline's is as one that nobody has: the operator's coordinators may release their own.
  getStatisticsRelease: { own: { coordinator: 200, operator: 404 } },
  exportStatisticsRelease: { own: { coordinator: 200, operator: 404 } },

  listAuditEvents: { own: { "privacy-officer": 200 } },
  exportAuditEvents: { own: { "privacy-officer": 200 } },
  createAuditCheckpoint: { own: { "privacy-officer": 201 } },
  listAuditCheckpoints: { own: { "privacy-officer": 200 } },

  listEvents: { own: { counsellor: 200, coordinator: 200, operator: 200, partner: 200, system: 200 } },
};
