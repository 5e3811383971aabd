package org.homeward.local.registry;

import java.net.URI;
import java.nio.file.Path;

/**
 * A member of the registry.
 *
 * @param endpoint where its bridge takes messages
 * @param exercise whether it takes part in exercises only
 * @param keys the file of its private keys, a JWK set; made when it is absent
 */
public record Member(String node, String country, URI endpoint, boolean exercise, Path keys) {}
