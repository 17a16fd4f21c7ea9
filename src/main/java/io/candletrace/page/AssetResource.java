package io.candletrace.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The pages' style sheet and script. */
@Path("/")
class AssetResource {
    private final Asset style = Asset.read("page.css");
    private final Asset script = Asset.read("scorecards.js");

    @GET
    @Path("page.css")
    @Produces("text/css;charset=UTF-8")
    public Response style(Request request) {
        return style.answer(request);
    }

    @GET
    @Path("scorecards.js")
    @Produces("text/javascript;charset=UTF-8")
    public Response script(Request request) {
        return script.answer(request);
    }
}
