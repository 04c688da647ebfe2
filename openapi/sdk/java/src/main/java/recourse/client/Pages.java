package recourse.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lists, page after page.
 *
 * <pre>{@code
 * List<Request> all = Pages.elements(
 *     cursor -> api.listRequests(APIListRequestsRequest.newBuilder().overdue(true).cursor(cursor).build()),
 *     RequestPage::getItems, RequestPage::getNextCursor);
 * }</pre>
 */
public final class Pages {
    private Pages() {}

    /** One call of a list. */
    @FunctionalInterface
    public interface Call<P> {
        /** The page that starts at a cursor; at the beginning when it is null. */
        P from(String cursor) throws ApiException;
    }

    /**
     * The pages of a list. A walk along a feed ends when nothing more is there yet; the cursor to come back with is that of the last page.
     */
    public static <P> List<P> pages(Call<P> list, Function<P, ? extends List<?>> items, Function<P, String> next) throws ApiException {
        List<P> all = new ArrayList<>();
        String cursor = null;
        while (true) {
            P page = list.from(cursor);
            all.add(page);
            String following = next.apply(page);
            if (items.apply(page).isEmpty() || following == null || following.equals(cursor)) {
                return all;
            }
            cursor = following;
        }
    }

    /** The elements of a list. */
    public static <P, E> List<E> elements(Call<P> list, Function<P, List<E>> items, Function<P, String> next) throws ApiException {
        List<E> all = new ArrayList<>();
        for (P page : pages(list, items, next)) {
            all.addAll(items.apply(page));
        }
        return all;
    }
}
