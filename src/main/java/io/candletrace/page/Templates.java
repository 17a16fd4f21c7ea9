package io.candletrace.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages' templates, checked against their values at build time. */
@CheckedTemplate(basePath = "page")
final class Templates {

    private Templates() {}

    static native TemplateInstance home(HomePage page);

    static native TemplateInstance signal(SignalPage page);

    static native TemplateInstance execution(ExecutionPage page);

    static native TemplateInstance scorecards(ScorecardPage page);

    static native TemplateInstance error(ErrorPage page);
}
