package io.candletrace.strategy;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;

/**
 * When something runs by itself.
 *
 * @param cron Quartz syntax, seconds first; five fields are Unix cron
 */
public record Schedule(String cron) {

    private static final int UNIX_FIELDS = 5;

    /**
     * Reads a cron expression.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when it is none
     */
    public static Schedule parse(String cron) {
        var type = cron.strip().split("\\s+").length == UNIX_FIELDS ? CronType.UNIX : CronType.QUARTZ;
        try {
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type))
                    .parse(cron.strip())
                    .validate();
            return new Schedule(cron.strip());
        } catch (IllegalArgumentException cause) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "schedule: expected a cron expression with seconds first, or five fields, found '" + cron + "'",
                    cause);
        }
    }
}
