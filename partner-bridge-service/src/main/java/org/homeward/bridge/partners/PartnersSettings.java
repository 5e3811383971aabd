package org.homeward.bridge.partners;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.bridge.*}, as far as it is about partners and keys.
 *
 * @param registry the signed file of all nodes
 * @param registryKey the public key that it must be signed with
 * @param registryPoll how often the file is looked at
 * @param keys the private keys of this node, a JWK set
 */
@ConfigurationProperties("homeward.bridge")
record PartnersSettings(Path registry, Path registryKey, Duration registryPoll, Path keys) {}
