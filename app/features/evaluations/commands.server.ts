// The room's writers, one file each.
export { agreeToSummary, takeBackAgreement } from './commands/agree-summary.server.ts'
export { answerFollowUp, answerFollowUpByLink } from './commands/answer-follow-up.server.ts'
export { closeDueEvaluations } from './commands/close-evaluations.server.ts'
export { closeDueFollowUps, openDueFollowUps, remindOfFollowUps } from './commands/follow-up-rounds.server.ts'
export { judgeGoal } from './commands/judge-goal.server.ts'
export {
  listEvaluationsToRemind,
  openDueEvaluations,
  remindOfEvaluations,
} from './commands/open-evaluations.server.ts'
export { issueQuestionnaireLink } from './commands/send-links.server.ts'
export { submitEvaluation, submitEvaluationByLink } from './commands/submit-evaluation.server.ts'
export { choosePublishing, writeSummaryAnswer } from './commands/write-summary.server.ts'
