package org.homeward.peers;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings from the measuring process.
 *
 * @param topic where reports are published; also the name of the group that reads it
 * @param directory where PostgreSQL keeps everything
 * @param measuredBy the id of the process that measures
 */
@ConfigurationProperties("peer")
public record PeerSettings(String topic, Path directory, long measuredBy) {}
