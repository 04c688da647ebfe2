import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import recourse.client.ApiClient;
import recourse.client.ApiException;
import recourse.client.Pages;
import recourse.client.Recourse;
import recourse.client.api.AccessApi;
import recourse.client.api.CampaignsApi;
import recourse.client.api.CampaignsApi.APICreateBatchRequest;
import recourse.client.api.CampaignsApi.APICreateCampaignRequest;
import recourse.client.api.CampaignsApi.APIUploadBatchContentRequest;
import recourse.client.api.ControllersApi;
import recourse.client.api.ControllersApi.APICreateControllerRequest;
import recourse.client.api.OrganisationsApi;
import recourse.client.api.OrganisationsApi.APICreateOrganisationClientRequest;
import recourse.client.api.OrganisationsApi.APICreateOrganisationRequest;
import recourse.client.api.OrganisationsApi.APIGetOrganisationRequest;
import recourse.client.api.OrganisationsApi.APIListOrganisationsRequest;
import recourse.client.model.*;

/** A token and a listing with the generated client, a union there and back, a file as its content, and a problem with its code. */
public final class Listing {
    private static final String ADDRESS = setting("RECOURSE_TEST_ADDRESS");
    private static final String ID = setting("RECOURSE_TEST_CLIENT_ID");
    private static final String SECRET = setting("RECOURSE_TEST_CLIENT_SECRET");

    private static final ApiClient OPERATOR = Recourse.client(ADDRESS, ID, SECRET);

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set: run scripts/test-sdk java");
    }

    private static void hold(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError(what);
        }
        System.out.println("ok: " + what);
    }

    private static Organisation enrol(String name) throws ApiException {
        NewOrganisation organisation = new NewOrganisation().name(name).country("FR").language("fr");
        return new OrganisationsApi(OPERATOR).createOrganisation(
            APICreateOrganisationRequest.newBuilder().newOrganisation(organisation).build());
    }

    private static void token() throws ApiException {
        TokenResponse token = new AccessApi(OPERATOR).createToken("client_credentials", null, null, null, "organisations:manage");
        hold("a token is given by the generated call", token.getTokenType().equals("Bearer") && token.getExpiresIn() > 0);
    }

    private static List<Organisation> listing() throws ApiException {
        for (String name : List.of("First", "Second", "Third")) {
            enrol(name);
        }
        OrganisationsApi api = new OrganisationsApi(OPERATOR);
        List<Organisation> all = Pages.elements(
            cursor -> api.listOrganisations(APIListOrganisationsRequest.newBuilder().limit(2).cursor(cursor).build()),
            OrganisationPage::getItems, OrganisationPage::getNextCursor);
        hold("a list is walked page by page", all.stream().map(Organisation::getName).toList().containsAll(List.of("First", "Second", "Third")));
        return all;
    }

    private static Controller union() throws ApiException {
        NewController entry = new NewController().name("Sample Rides SAS").place("FR").addChannelsItem(new Channel(new ChannelFeed()));
        Controller made = new ControllersApi(OPERATOR).createController(APICreateControllerRequest.newBuilder().newController(entry).build());
        hold("the tag chooses the class of a variant", made.getChannels().get(0).getActualInstance() instanceof ChannelFeed);
        return made;
    }

    private static void upload(Organisation organisation, Controller controller) throws Exception {
        NewClient member = new NewClient().name("member system").scopes(List.of(Scope.REQUESTS_READ, Scope.REQUESTS_WRITE, Scope.DIRECTORY_READ));
        ClientCredentials keys = new OrganisationsApi(OPERATOR).createOrganisationClient(
            APICreateOrganisationClientRequest.newBuilder().organisationId(organisation.getId()).newClient(member).build());
        CampaignsApi campaigns = new CampaignsApi(Recourse.client(ADDRESS, keys.getClientId(), keys.getClientSecret()));
        NewCampaign asking = new NewCampaign().name("Access").purpose("To know what is held").language("fr")
            .ask(new Ask(new AskAccess().copy(true))).controllers(List.of(controller.getId()));
        Campaign campaign = campaigns.createCampaign(APICreateCampaignRequest.newBuilder().newCampaign(asking).build());
        NewBatch batch = new NewBatch().mode(BatchMode.VALIDATE).format(UploadFormat.CSV)
            .mapping(new ColumnMapping().columns(Map.of("family_name", "Nom", "email", "Courriel")));
        Batch made = campaigns.createBatch(APICreateBatchRequest.newBuilder().campaignId(campaign.getId()).newBatch(batch).build());
        File members = File.createTempFile("members", ".csv");
        try {
            String table = "Nom;Courriel\nPereira;noel@example.org\n";
            Files.writeString(members.toPath(), table);
            Batch taken = campaigns.uploadBatchContent(
                APIUploadBatchContentRequest.newBuilder().batchId(made.getId()).body(members).build());
            hold("a file is sent as its content", taken.getContentBytes() == table.length() && taken.getState() == BatchState.QUEUED);
        } finally {
            Files.delete(members.toPath());
        }
    }

    private static void problem() {
        try {
            new OrganisationsApi(OPERATOR).getOrganisation(
                APIGetOrganisationRequest.newBuilder().organisationId("org_" + "0".repeat(32)).build());
            throw new AssertionError("it was not refused");
        } catch (ApiException refused) {
            Problem problem = refused.getProblem().orElseThrow();
            hold("a problem has its code", problem.getCode() == ProblemCode.NOT_FOUND && refused.getCode() == 404);
        }
    }

    private static void wrongSecret() throws ApiException {
        try {
            new OrganisationsApi(Recourse.client(ADDRESS, ID, "wrong")).listOrganisations(APIListOrganisationsRequest.newBuilder().build());
            throw new AssertionError("it was not refused");
        } catch (Recourse.TokenRefused refused) {
            hold("a wrong secret is an error of its own", ((ApiException) refused.getCause()).getCode() == 401);
        }
    }

    public static void main(String[] arguments) throws Exception {
        token();
        List<Organisation> organisations = listing();
        upload(organisations.get(0), union());
        problem();
        wrongSecret();
        System.out.println("6 passed");
    }
}
