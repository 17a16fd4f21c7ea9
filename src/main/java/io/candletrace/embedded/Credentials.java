package io.candletrace.embedded;

/**
 * Who the service is to its database.
 *
 * @param password chosen at random when the database was made
 */
record Credentials(String password) {
    /** The database's only role. */
    static final String USER = "postgres";

    /** Does not tell. */
    @Override
    public String toString() {
        return USER;
    }
}
