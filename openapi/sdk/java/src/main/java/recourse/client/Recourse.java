package recourse.client;

import java.io.File;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import recourse.client.api.AccessApi;
import recourse.client.model.TokenResponse;

/**
 * Callers of one service.
 *
 * <pre>{@code
 * ApiClient client = Recourse.client("https://recourse.example.org", "client id", "client secret");
 * new RequestsApi(client).listRequests(RequestsApi.APIListRequestsRequest.newBuilder().overdue(true).build());
 * }</pre>
 *
 * A caller with credentials gets tokens by itself and renews them before they expire. Every call that changes something carries an
 * idempotency key, made here unless one is given: to be safe against a connection that breaks, give your own, and repeat the call with it.
 */
public final class Recourse {
    /** A token is renewed this long before it expires, so that none expires under way. */
    private static final int EARLIER_SECONDS = 30;

    private Recourse() {}

    /** A caller of what is open to anybody. */
    public static ApiClient client(String address) {
        return new ApiClient(ApiClient.createDefaultHttpClientBuilder(), new FilesAsTheyAre(), address)
            .setRequestInterceptor(Recourse::addKey);
    }

    /** A caller with the id and the secret of a client. */
    public static ApiClient client(String address, String clientId, String clientSecret) {
        String pair = clientId + ":" + clientSecret;
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        ApiClient forTokens = client(address).setRequestInterceptor(request -> request.setHeader("Authorization", basic));
        Tokens tokens = new Tokens(new AccessApi(forTokens));
        return client(address).setRequestInterceptor(request -> {
            boolean forToken = request.copy().build().uri().getPath().endsWith("/oauth/token");
            request.setHeader("Authorization", forToken ? basic : "Bearer " + tokens.current());
            addKey(request);
        });
    }

    private static void addKey(HttpRequest.Builder request) {
        HttpRequest made = request.copy().build();
        if (made.method().equals("POST") && made.headers().firstValue("Idempotency-Key").isEmpty()) {
            request.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
    }

    /** The token of one client; threads share it. */
    private static final class Tokens {
        private final AccessApi access;
        private String token;
        private Instant renewAt = Instant.MIN;

        Tokens(AccessApi access) {
            this.access = access;
        }

        synchronized String current() {
            if (!Instant.now().isBefore(renewAt)) {
                try {
                    TokenResponse given = access.createToken("client_credentials", null, null, null, null);
                    token = given.getAccessToken();
                    renewAt = Instant.now().plusSeconds(Math.max(0, given.getExpiresIn() - EARLIER_SECONDS));
                } catch (ApiException refused) {
                    throw new TokenRefused(refused);
                }
            }
            return token;
        }
    }

    /** No token was given: the id and the secret are not accepted, or the service was not reached. */
    public static final class TokenRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TokenRefused(ApiException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Sends files as their content; as JSON, a file would be its name. */
    private static final class FilesAsTheyAre extends ObjectMapper {
        private static final long serialVersionUID = 1L;

        FilesAsTheyAre() {
            this(ApiClient.createDefaultObjectMapper());
        }

        private FilesAsTheyAre(ObjectMapper settings) {
            super(settings);
        }

        @Override
        public ObjectMapper copy() {
            return new FilesAsTheyAre(this);
        }

        @Override
        public byte[] writeValueAsBytes(Object value) throws JsonProcessingException {
            if (value instanceof File file) {
                try {
                    return Files.readAllBytes(file.toPath());
                } catch (java.io.IOException unreadable) {
                    throw JsonMappingException.fromUnexpectedIOE(unreadable);
                }
            }
            return super.writeValueAsBytes(value);
        }
    }
}
