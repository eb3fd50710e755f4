package careledger.api.explorer;

/** Makes the pages of one route. */
interface PageMaker {
    Route route();

    /** @throws careledger.warehouse.question.QuestionRefused where there is no such page */
    PageContent make(PageVisit visit);
}
