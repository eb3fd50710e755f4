package careledger.api.explorer;

/**
 * What a page shows.
 *
 * @param status of the answer, as in 200
 * @param template name of the template, without its folder and ending
 * @param title of the page
 * @param description one sentence for search engines and for links that are shared
 * @param model what the template is filled with
 */
record PageContent(int status, String template, String title, String description, Object model) {
    static PageContent of(String template, String title, String description, Object model) {
        return new PageContent(200, template, title, description, model);
    }
}
