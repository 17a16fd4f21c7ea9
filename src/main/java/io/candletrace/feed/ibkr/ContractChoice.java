package io.candletrace.feed.ibkr;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Symbol;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides which of the contracts of a ticker is meant, or that nobody can tell.
 *
 * @param symbol as the strategy has it
 * @param currency the configured one, ISO 4217
 */
record ContractChoice(Symbol symbol, String currency) {
    private static final int MOST_LISTED = 10;

    /** The one there is. */
    Contract only(List<Contract> found) {
        return one(symbol.value(), found, found);
    }

    /** The one at an exchange, in any currency. */
    Contract at(String venue, List<Contract> found) {
        return one(symbol.value(), where(found, contract -> contract.exchange().equals(venue)), found);
    }

    /**
     * The one in the configured currency. When that is the dollar, listings in the United States go before others in dollars:
     * a bare ticker is an American one by custom.
     */
    Contract preferred(List<Contract> found) {
        var payable = where(found, contract -> contract.currency().equals(currency));
        var american = where(payable, Contract::american);
        return one(
                symbol + " in " + currency, currency.equals("USD") && !american.isEmpty() ? american : payable, found);
    }

    private static Contract one(String wanted, List<Contract> candidates, List<Contract> found) {
        return switch (candidates.size()) {
            case 1 -> candidates.getFirst();
            case 0 -> throw unknown(wanted, found);
            default ->
                throw new ServiceException(
                        FailureReason.SYMBOL_AMBIGUOUS,
                        wanted + " means several contracts of IBKR: " + list(candidates) + "; write "
                                + spelling(candidates.getFirst()));
        };
    }

    private static ServiceException unknown(String wanted, List<Contract> found) {
        var others = found.isEmpty() ? "" : "; it has " + list(found) + ": write " + spelling(found.getFirst());
        return new ServiceException(FailureReason.UNKNOWN_SYMBOL, "IBKR has no stock " + wanted + others);
    }

    private static List<Contract> where(List<Contract> contracts, Predicate<Contract> test) {
        return contracts.stream().filter(test).toList();
    }

    private static String spelling(Contract contract) {
        var ticker = WantedContract.ticker(contract.ticker()).replace(' ', '.');
        return contract.exchange() + ":" + ticker + " or " + WantedContract.CONID + ":" + contract.conid();
    }

    private static String list(List<Contract> contracts) {
        var listed =
                contracts.stream().limit(MOST_LISTED).map(Contract::describe).collect(Collectors.joining(", "));
        return contracts.size() > MOST_LISTED ? listed + ", ..." : listed;
    }
}
