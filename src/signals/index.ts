import getMovementOperation from "./movements/get-movement.ts";
import listMovementsOperation from "./movements/list-movements.ts";
import lookUpMovementOperation from "./movements/look-up-movement.ts";
import mergeMovementsOperation from "./movements/merge-movements.ts";
import registerMovementOperation from "./movements/register-movement.ts";
import getSignalOperation from "./signals/get-signal.ts";
import listSignalsOperation from "./signals/list-signals.ts";
import registerSignalOperation from "./signals/register-signal.ts";
import reviewSignalOperation from "./signals/review-signal.ts";
import exportStatisticsReleaseOperation from "./statistics/export-statistics-release.ts";
import getStatisticsReleaseOperation from "./statistics/get-statistics-release.ts";
import listStatisticsReleasesOperation from "./statistics/list-statistics-releases.ts";
import previewStatisticsOperation from "./statistics/preview-statistics.ts";
import releaseStatisticsOperation from "./statistics/release-statistics.ts";

export { rewrapMovementKeys } from "./movements/movement-key.ts";
export { expireNotes } from "./signals/expire-notes.ts";
export { releaseStatistics } from "./statistics/release-statistics.ts";
export { Year } from "./statistics/wire.ts";
export { taskKinds, todos } from "./todos.ts";

export const operations = [
  registerMovementOperation,
  lookUpMovementOperation,
  listMovementsOperation,
  getMovementOperation,
  mergeMovementsOperation,
  registerSignalOperation,
  listSignalsOperation,
  getSignalOperation,
  reviewSignalOperation,
  previewStatisticsOperation,
  releaseStatisticsOperation,
  listStatisticsReleasesOperation,
  getStatisticsReleaseOperation,
  exportStatisticsReleaseOperation,
] as const;
