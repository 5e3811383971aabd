package org.homeward.durable.command;

/**
 * A request that may be sent twice and must act once.
 *
 * @param id the same for every repetition: SHA-256 of subject, method, path and idempotency key
 * @param hash SHA-256 of the request's body; a repetition with another hash is a different request
 */
public record Command(String id, String hash) {}
