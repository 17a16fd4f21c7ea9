package io.candletrace.fault;

/** Recognises moments in what clients send through a {@link TcpProxy}. */
interface Rule {
    /**
     * Says what becomes of bytes that are about to be forwarded.
     *
     * @param link the connection; a rule may keep marks on it
     * @param text the bytes as ISO 8859-1
     */
    Fault sent(Link link, String text);
}
