package org.homeward.alert.police.signing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.demo}.
 *
 * @param demo whether this node makes the key of its CAP messages by itself
 */
@ConfigurationProperties("homeward")
record SigningSettings(boolean demo) {}
